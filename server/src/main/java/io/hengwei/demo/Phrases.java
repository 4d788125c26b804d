package io.hengwei.demo;

import java.util.List;

/// What people write again and again.
final class Phrases {
    static final List<String> REQUESTER =
            List.of("请问什么时候能处理？下午要用。", "同事那边也出现了同样的情况。", "我把报错截图发到群里了。", "现在偶尔能用，但很快又不行了。", "麻烦提前打电话，我在三楼。");
    static final List<String> DESK = List.of("已通知工程师，预计半小时内联系您。", "正在排查，请先保存好手头的文件。", "工程师已在路上。", "已联系厂商，有进展马上告诉您。");
    static final List<String> NOTES =
            List.of("与上月同类问题现象一致，怀疑同一批次配件。", "日志里有超时记录，先排除网络。", "已电话确认影响范围，仅本科室。", "临时办法：让用户先用备机。", "需要厂商远程，口令由机房保管。");
    static final List<String> ACTIONS = List.of("电话了解现象并远程查看", "现场检查设备与线路", "查看系统日志并核对配置", "重现问题并定位原因", "与厂商工程师联合排查");
    static final List<String> DISPUTES = List.of("用了半天又出现同样问题，没有解决。", "只恢复了一台，另一台还是不行。", "数据仍有两条不对。");
    static final List<String> REOPENINGS = List.of("今天早上问题再次出现。", "升级之后又不能用了。", "同样的报错又来了。");
    static final List<String> CANCELLATIONS = List.of("申报人说明是误操作，问题已自行消失。", "申报人撤回，改走采购流程。", "测试登记，不需要处理。");
    static final List<String> RETURNS = List.of("不属于本组职责，请转业务运维组。", "现场无人配合，设备间上锁。", "缺少设备权限，退回重新派单。");
    static final List<String> HOLDS = List.of("等待备件到货", "业务部门要求晚上停机后再处理", "等待门禁授权进入机房");
    static final List<String> PRAISE = List.of("处理及时。", "态度好，讲解清楚。", "解决彻底。", "希望再快一点。");

    private Phrases() {}
}
