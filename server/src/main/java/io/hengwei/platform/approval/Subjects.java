package io.hengwei.platform.approval;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Gate;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What an operation is done to, as people call it.
@Component
class Subjects {
    private static final int LONGEST = 200;

    private final Directory directory;
    private final RecordCards cards;
    private final MessageSource messages;
    private final JsonMapper json;

    Subjects(Directory directory, RecordCards cards, MessageSource messages, JsonMapper json) {
        this.directory = directory;
        this.cards = cards;
        this.messages = messages;
        this.json = json;
    }

    /// The unit that the thing belongs to; headquarters where it is nobody's in particular.
    UnitId unitOf(Gate.Proposal proposal) {
        if (proposal.unit() != null) return proposal.unit();
        var root = directory.tree().root();
        if (root == null) throw new NotFound("root");
        return root.id();
    }

    /// A record's number, a person's or unit's name, else what the operation itself calls it.
    @Nullable
    String name(Gate.Proposal proposal) {
        var subject = proposal.subject();
        if (subject == null) return said(proposal);
        var unit = directory.tree().find(new UnitId(subject));
        return Stream.<java.util.function.Supplier<@Nullable String>>of(
                        () -> unit == null ? null : unit.name(),
                        () -> directory
                                .person(new UserId(subject))
                                .map(person -> person.name())
                                .orElse(null),
                        () -> cards.find(new RecordId(subject))
                                .map(card -> card.number())
                                .orElse(null),
                        () -> said(proposal))
                .map(java.util.function.Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String said(Gate.Proposal proposal) {
        var content = json.valueToTree(proposal.operation());
        return Stream.of("name", "title", "key", "fileName", "list")
                .map(field -> content.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .findFirst()
                .orElse(null);
    }

    /// In the language of whoever proposes it.
    String title(String operation, @Nullable String name) {
        var verb = word("command." + operation, operation);
        return name == null ? verb : verb + " · " + word("setting." + name, name);
    }

    private String word(String code, String otherwise) {
        return String.valueOf(messages.getMessage(code, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
