package io.hengwei.platform.notification.robot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the robots of each provider are sent, and what their answers mean. Plain text everywhere: in Markdown a title
/// that somebody typed could call people or pose as a link.
@Component
class Protocol {
    /// @param body JSON
    record Call(URI address, byte[] body) {
        @Override
        public String toString() {
            return "Call[]";
        }
    }

    /// Of a text in WeCom. The others take bodies of 20 KB.
    private static final int WECOM_BYTES = 2048;
    private static final int BYTES = 12_000;
    private static final int LAST_REDIRECT = 399;
    private static final int FIRST_REDIRECT = 300;

    private final JsonMapper json;

    Protocol(JsonMapper json) {
        this.json = json;
    }

    Call call(RobotKind kind, RobotAccess access, RobotMessage message, Instant now) {
        var webhook = access.webhook().strip();
        var secret = access.secret();
        return switch (kind) {
            case WECOM -> new Call(URI.create(webhook), written(text(message, WECOM_BYTES)));
            case DINGTALK -> {
                var joint = webhook.contains("?") ? "&" : "?";
                var address = secret == null ? webhook : webhook + joint + Signatures.dingTalkQuery(now, secret);
                var body = text(message, BYTES);
                body.put("at", Map.of("isAtAll", false));
                yield new Call(URI.create(address), written(body));
            }
            case FEISHU -> {
                var body = new LinkedHashMap<String, Object>();
                if (secret != null) {
                    body.put("timestamp", String.valueOf(now.getEpochSecond()));
                    body.put("sign", Signatures.feishu(now.getEpochSecond(), secret));
                }
                body.put("msg_type", "post");
                body.put("content", Map.of("post", Map.of("zh_cn", paragraphs(message))));
                yield new Call(URI.create(webhook), written(body));
            }
        };
    }

    private byte[] written(Map<String, Object> body) {
        return json.writeValueAsBytes(body);
    }

    private static Map<String, Object> text(RobotMessage message, int bytes) {
        var tail = message.link() == null ? "" : "\n" + message.link();
        var room = bytes - utf8(message.title()).length - utf8(tail).length - 1;
        var lines = message.lines().isEmpty() ? "" : "\n" + cut(String.join("\n", message.lines()), room);
        var body = new LinkedHashMap<String, Object>();
        body.put("msgtype", "text");
        body.put("text", Map.of("content", message.title() + lines + tail));
        return body;
    }

    private static Map<String, Object> paragraphs(RobotMessage message) {
        var lines = cut(String.join("\n", message.lines()), BYTES)
                .lines()
                .map(line -> List.of(Map.of("tag", "text", "text", line)));
        var link = Stream.ofNullable(message.link())
                .map(target -> List.of(Map.of("tag", "a", "text", target, "href", target)));
        var post = new LinkedHashMap<String, Object>();
        post.put("title", message.title());
        post.put("content", Stream.concat(lines, link).toList());
        return post;
    }

    /// As much of the text as so many bytes hold, whole characters alone.
    static String cut(String text, int bytes) {
        if (utf8(text).length <= bytes) return text;
        var room = bytes - utf8("…").length;
        var end = 0;
        for (int taken = 0; end < text.length(); ) {
            var next = text.offsetByCodePoints(end, 1);
            taken += utf8(text.substring(end, next)).length;
            if (taken > room) break;
            end = next;
        }
        return text.substring(0, end) + "…";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A 200 alone says nothing: each provider has a code within.
    PostOutcome outcome(RobotKind kind, int status, String body) {
        if (status >= FIRST_REDIRECT && status <= LAST_REDIRECT)
            return new PostOutcome(PostFailure.REDIRECTED, "HTTP " + status);
        var answer = read(body);
        var code = code(kind, answer);
        if (code.isIntegralNumber() && code.asLong() != 0)
            return new PostOutcome(PostFailure.REFUSED, code.asLong() + ": " + words(kind, answer));
        if (status < 200 || status >= FIRST_REDIRECT) return new PostOutcome(PostFailure.HTTP_ERROR, "HTTP " + status);
        return code.isIntegralNumber()
                ? new PostOutcome(null, words(kind, answer))
                : PostOutcome.of(PostFailure.NOT_UNDERSTOOD);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    /// `errcode`; in Feishu `code`, of which older robots know only `StatusCode`.
    private static JsonNode code(RobotKind kind, JsonNode answer) {
        if (kind != RobotKind.FEISHU) return answer.path("errcode");
        return answer.has("code") ? answer.path("code") : answer.path("StatusCode");
    }

    private static String words(RobotKind kind, JsonNode answer) {
        if (kind != RobotKind.FEISHU) return answer.path("errmsg").asString("");
        return answer.path(answer.has("msg") ? "msg" : "StatusMessage").asString("");
    }
}
