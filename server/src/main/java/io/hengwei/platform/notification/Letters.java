package io.hengwei.platform.notification;

import io.hengwei.platform.identity.Addresses.Address;
import io.hengwei.platform.notification.MailQueue.Waiting;
import io.hengwei.platform.record.PageAddresses;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Writes a letter in the language of whom it is for: plain text, so that nothing in it is ever more than text.
@Component
class Letters {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final PageAddresses pages;
    private final JsonMapper json;
    private final ZoneId zone;
    private final String from;

    /// @param from the sender's address
    Letters(
            MessageSource messages,
            PageAddresses pages,
            JsonMapper json,
            ZoneId zone,
            @Value("${hengwei.mail.from:hengwei@localhost}") String from) {
        this.messages = messages;
        this.pages = pages;
        this.json = json;
        this.zone = zone;
        this.from = from;
    }

    void write(MimeMessage letter, Waiting notice, Address to) throws MessagingException {
        var locale = "en-US".equals(to.language()) ? Locale.US : Locale.SIMPLIFIED_CHINESE;
        var params = json.readValue(notice.params(), new TypeReference<Map<String, String>>() {});
        var sentence = sentence(notice, params, locale);
        var helper = new MimeMessageHelper(letter, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(Objects.requireNonNull(to.email()));
        helper.setSubject(oneLine("[" + params.get("number") + "] " + sentence));
        helper.setText(text(notice, params, sentence, to, locale));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Hengwei-Record", oneLine(String.valueOf(params.get("number"))));
    }

    private String sentence(Waiting notice, Map<String, String> params, Locale locale) {
        var command = label("command." + params.get("command"), params.getOrDefault("command", ""), locale);
        var clock = label("enum.ClockName." + params.get("clock"), params.getOrDefault("clock", ""), locale);
        var state = label("enum." + states(notice.kind()) + "." + params.get("state"), "", locale);
        var arguments = new Object[] {
            params.get("number"),
            params.get("title"),
            params.get("by"),
            command,
            clock,
            state,
            params.getOrDefault("percent", ""),
            label("enum.Level." + params.get("level"), "", locale)
        };
        var said = notice.key().equals("changed") && !state.isEmpty() ? "moved" : notice.key();
        var sentence = Objects.requireNonNull(messages.getMessage(
                "letter." + said, arguments, params.get("number") + " " + params.get("title"), locale));
        return "true".equals(params.get("late")) ? sentence + label("letter.late", "", locale) : sentence;
    }

    /// `WORK_ORDER` has the states `WorkOrderState`.
    private static String states(String kind) {
        return Stream.of(kind.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "", "State"));
    }

    private String text(Waiting notice, Map<String, String> params, String sentence, Address to, Locale locale) {
        var said = params.containsKey("text")
                ? "\n\n" + params.get("text").indent(4).stripTrailing()
                : "";
        var when = TIME.withZone(zone).format(notice.at());
        var link = Objects.requireNonNullElse(pages.of(notice.kind(), notice.record()), "—");
        return messages.getMessage("letter.frame", new Object[] {to.name(), sentence, said, when, link}, locale);
    }

    private String label(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
