/// Robots of chat groups (群机器人) of WeCom, DingTalk and Feishu: kept for a unit, called at hosts that are let through,
/// signed as each provider wants it. Other modules hand over what a group is told (`Robots`), in their own transaction;
/// it is posted later, by any node, no faster than providers take it.
@NamedInterface("robot")
@NullMarked
package io.hengwei.platform.notification.robot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
