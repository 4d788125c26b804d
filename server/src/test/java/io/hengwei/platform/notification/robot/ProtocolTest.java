package io.hengwei.platform.notification.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProtocolTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.ofEpochMilli(1_767_603_600_123L);
    private static final RobotMessage MESSAGE = new RobotMessage(
            "INC0000001 核心交换机\n@all", List.of("级别：一级", "单位：总部"), "https://itsm.example.org/incidents/1");

    private final Protocol protocol = new Protocol(JSON);

    @Test
    void weComIsSentPlainText() {
        var call = protocol.call(
                RobotKind.WECOM, new RobotAccess(" https://qyapi.weixin.qq.com/x?key=k ", null), MESSAGE, NOW);
        assertThat(call.address()).hasToString("https://qyapi.weixin.qq.com/x?key=k");
        assertThat(body(call)).isEqualTo(JSON.readTree("""
            {"msgtype": "text", "text": {"content": "INC0000001 核心交换机 @all\\n级别：一级\\n单位：总部\\nhttps://itsm.example.org/incidents/1"}}"""));
    }

    @Test
    void dingTalkIsSignedInItsAddressAndCallsNobody() {
        var call =
                call(RobotKind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=t", "SEC0123456789abcdef");
        assertThat(call.address())
                .hasToString(
                        "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1767603600123&sign=tuituAPDU4RLPhiyhQdk%2F1WwxLTny2bzmgNfJIqZlX0%3D");
        assertThat(body(call).path("at").path("isAtAll").asBoolean(true)).isFalse();
        assertThat(body(call).path("text").path("content").asString()).startsWith("INC0000001 核心交换机 @all\n级别");
        assertThat(call(RobotKind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=t", null)
                        .address())
                .hasToString("https://oapi.dingtalk.com/robot/send?access_token=t");
    }

    @Test
    void feishuIsSignedInItsBody() {
        var call = call(RobotKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/h", "Secret1");
        assertThat(call.address()).hasToString("https://open.feishu.cn/open-apis/bot/v2/hook/h");
        assertThat(body(call)).isEqualTo(JSON.readTree("""
            {"timestamp": "1767603600", "sign": "2lu2JbC+m/cBWIDW7QYmhJf9VSCcJkwxvlsUjrbprzs=", "msg_type": "post", "content": {"post": {"zh_cn": {
             "title": "INC0000001 核心交换机 @all", "content": [[{"tag": "text", "text": "级别：一级"}], [{"tag": "text", "text": "单位：总部"}],
             [{"tag": "a", "text": "https://itsm.example.org/incidents/1", "href": "https://itsm.example.org/incidents/1"}]]}}}}"""));
        assertThat(body(call(RobotKind.FEISHU, "https://open.feishu.cn/x", null))
                        .has("sign"))
                .isFalse();
    }

    @Test
    void whatIsTooLongIsCutBetweenCharactersAndKeepsItsLink() {
        var long1 = new RobotMessage("标题".repeat(200), Collections.nCopies(40, "😀长".repeat(300)), MESSAGE.link());
        assertThat(long1.title()).hasSize(200).endsWith("…");
        assertThat(long1.lines())
                .hasSize(30)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(500));
        for (var kind : RobotKind.values()) {
            var sent = protocol.call(kind, new RobotAccess("https://x.example/", null), long1, NOW)
                    .body();
            assertThat(sent.length).as(kind.name()).isLessThan(20_000);
            assertThat(new String(sent, StandardCharsets.UTF_8))
                    .doesNotContain("\ufffd")
                    .contains("incidents/1");
        }
        var text = body(protocol.call(RobotKind.WECOM, new RobotAccess("https://x.example/", null), long1, NOW))
                .path("text")
                .path("content")
                .asString();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
        assertThat(Protocol.cut("长长长", 8)).isEqualTo("长…");
    }

    @Test
    void aMessageHasATitleAndLeadsToTheWebAlone() {
        assertThatThrownBy(() -> new RobotMessage(" \n", List.of(), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RobotMessage("x", List.of(), "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerOf200IsNoSuccessByItself() {
        assertThat(protocol.outcome(RobotKind.WECOM, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}"))
                .isEqualTo(new PostOutcome(null, "ok"));
        assertThat(protocol.outcome(RobotKind.WECOM, 200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"))
                .isEqualTo(new PostOutcome(PostFailure.REFUSED, "93000: invalid webhook url"));
        assertThat(protocol.outcome(RobotKind.DINGTALK, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"))
                .isEqualTo(new PostOutcome(PostFailure.REFUSED, "310000: sign not match"));
        assertThat(protocol.outcome(RobotKind.FEISHU, 200, "{\"code\":19021,\"msg\":\"sign match fail\",\"data\":{}}"))
                .isEqualTo(new PostOutcome(PostFailure.REFUSED, "19021: sign match fail"));
        assertThat(protocol.outcome(RobotKind.FEISHU, 400, "{\"code\":9499,\"msg\":\"Bad Request\"}"))
                .isEqualTo(new PostOutcome(PostFailure.REFUSED, "9499: Bad Request"));
        assertThat(protocol.outcome(RobotKind.FEISHU, 200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}")
                        .failure())
                .isNull();
        assertThat(protocol.outcome(RobotKind.FEISHU, 200, "{\"StatusCode\":0,\"StatusMessage\":\"success\"}"))
                .isEqualTo(new PostOutcome(null, "success"));
    }

    @Test
    void whatIsNoAnswerOfARobotIsNone() {
        for (var body : List.of("", "ok", "<html>", "[]", "{}", "{\"errcode\":\"0\"}", "{\"code\":0}"))
            assertThat(protocol.outcome(RobotKind.DINGTALK, 200, body).failure())
                    .as(body)
                    .isEqualTo(PostFailure.NOT_UNDERSTOOD);
        assertThat(protocol.outcome(RobotKind.WECOM, 502, "<html>"))
                .isEqualTo(new PostOutcome(PostFailure.HTTP_ERROR, "HTTP 502"));
        assertThat(protocol.outcome(RobotKind.WECOM, 500, "{\"errcode\":0,\"errmsg\":\"ok\"}")
                        .failure())
                .isEqualTo(PostFailure.HTTP_ERROR);
        assertThat(protocol.outcome(RobotKind.WECOM, 302, "{\"errcode\":0}").failure())
                .isEqualTo(PostFailure.REDIRECTED);
    }

    @Test
    void whatIsSecretIsMaskedInWhatOthersSay() {
        var access = new RobotAccess("https://oapi.dingtalk.com/robot/send?access_token=0123456789", "SECabcdef");
        assertThat(access.maskedIn("token 0123456789 with SECabcdef does not exist"))
                .isEqualTo("token *** with *** does not exist");
        assertThat(access.toString() + new RobotController.NewRobot("x", RobotKind.WECOM, null, access))
                .doesNotContain("0123456789", "SECabcdef");
    }

    private Protocol.Call call(RobotKind kind, String webhook, @Nullable String secret) {
        return protocol.call(kind, new RobotAccess(webhook, secret), MESSAGE, NOW);
    }

    private static JsonNode body(Protocol.Call call) {
        return JSON.readTree(call.body());
    }
}
