package io.hengwei.platform.search;

import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordTokens;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes records found by number, title and description, a moment after they are opened or revised.
@Component
class TokenWriter implements JournalConsumer {
    private static final List<String> DESCRIPTIONS = List.of("description", "instructions", "text", "externalNumber");

    private final RecordCards cards;
    private final RecordTokens tokens;

    TokenWriter(RecordCards cards, RecordTokens tokens) {
        this.cards = cards;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        var last = new LinkedHashMap<UUID, JournalLine>();
        lines.stream().filter(TokenWriter::describes).forEach(line -> last.put(line.subject(), line));
        if (last.isEmpty()) return;
        var found = cards.all(last.keySet().stream().map(RecordId::new).toList());
        tokens.write(found.stream()
                .map(card -> new RecordTokens.Found(
                        card,
                        Tokens.of(texts(
                                card, Objects.requireNonNull(last.get(card.id().value()))))))
                .toList());
    }

    /// The opening, and whatever says anew what the record is about.
    private static boolean describes(JournalLine line) {
        return line.fromState() == null && line.toState() != null
                || line.command().startsWith("Revise");
    }

    private static String[] texts(RecordCard card, JournalLine line) {
        return Stream.concat(
                        Stream.of(card.number(), card.title()),
                        DESCRIPTIONS.stream().map(line::text))
                .filter(text -> !text.isBlank())
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }
}
