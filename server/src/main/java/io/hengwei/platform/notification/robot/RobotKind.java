package io.hengwei.platform.notification.robot;

/// Whose chat groups a robot speaks in.
public enum RobotKind {
    /// 企业微信: its address is all the proof there is.
    WECOM,
    /// 钉钉
    DINGTALK,
    /// 飞书
    FEISHU
}
