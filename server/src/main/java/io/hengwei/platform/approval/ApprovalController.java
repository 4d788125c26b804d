package io.hengwei.platform.approval;

import io.hengwei.platform.document.Exports;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.SecondPerson;
import io.hengwei.platform.record.Ack;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.page.Answers;
import io.hengwei.platform.record.page.RecordPages;
import io.hengwei.platform.record.page.RecordView;
import io.hengwei.platform.shared.ETag;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.ProblemText;
import io.hengwei.platform.shared.Slice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals")
class ApprovalController {
    record One(@NotNull RecordId id, @NotNull @Min(1) Long version) {}

    /// One word for several consents.
    record Several(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull One> approvals,
            @NotNull Boolean approve,
            @Nullable @Size(max = 2000) String opinion) {
        ApprovalCommand command() {
            return approve
                    ? new ApprovalCommand.Approve(opinion)
                    : new ApprovalCommand.Reject(opinion == null ? "" : opinion);
        }
    }

    /// @param state where it stands afterwards; null when nothing was changed, and `problem` says why
    record Outcome(
            RecordId id, @Nullable String state, @Nullable String problem) {}

    private final ApprovalManagement management;
    private final ApprovalQueries queries;
    private final Operations operations;
    private final Directory directory;
    private final RecordPages pages;
    private final Exports exports;
    private final ProblemText words;
    private final SecondPerson person;
    private final RecordType<Approval, ApprovalState, ApprovalCommand> type;

    ApprovalController(
            ApprovalManagement management,
            ApprovalQueries queries,
            Operations operations,
            Directory directory,
            RecordPages pages,
            Exports exports,
            ProblemText words,
            SecondPerson person,
            RecordType<Approval, ApprovalState, ApprovalCommand> type) {
        this.management = management;
        this.queries = queries;
        this.operations = operations;
        this.directory = directory;
        this.pages = pages;
        this.exports = exports;
        this.words = words;
        this.person = person;
        this.type = type;
    }

    @GetMapping
    Slice<ApprovalQueries.Row> list(
            @ParameterObject @Valid ApprovalQueries.Filter filter, @ParameterObject @Valid Page page) {
        return queries.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject @Valid ApprovalQueries.Filter filter,
            @ParameterObject @Valid Page page,
            @RequestParam Exports.Format format) {
        return exports.file(
                "approval:export",
                "approvals",
                format,
                ApprovalQueries.Row.class,
                (limit, each) -> queries.stream(filter, page, limit, each));
    }

    @GetMapping("/{id}")
    ResponseEntity<RecordView> one(@PathVariable RecordId id) {
        return Answers.shown(pages.of(type, id));
    }

    @GetMapping("/{id}/course")
    CourseView course(@PathVariable RecordId id) {
        return CourseView.of(operations.visible(type, id), directory);
    }

    @PostMapping("/{id}/commands")
    ResponseEntity<Ack> perform(
            @PathVariable RecordId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody @Valid ApprovalCommand command) {
        return Answers.done(management.perform(id, ETag.seen(seen), command));
    }

    /// @param code of the second factor of whoever confirms
    record Word(
            @NotBlank @Size(max = 200) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code,
            @Nullable @Size(max = 2000) String opinion) {
        @Override
        public String toString() {
            return "Word[" + username + "]";
        }
    }

    /// Whoever stands beside the maker confirms in the maker's window; whoever sees the consent may let somebody do so.
    @PostMapping("/{id}/on-the-spot")
    Ack onTheSpot(@PathVariable RecordId id, @RequestBody @Valid Word word, HttpServletRequest request) {
        operations.visible(type, id);
        var second = person.prove(
                word.username(),
                word.password(),
                word.code(),
                request.getRemoteAddr(),
                request.getHeader(HttpHeaders.USER_AGENT));
        return management.onTheSpot(id, second, word.opinion());
    }

    /// Each of them for itself: what is refused of one changes nothing of the others. Each is known by its version, so
    /// a repeated request finds them changed and does nothing twice.
    @PostMapping("/decisions")
    List<Outcome> several(@RequestBody @Valid Several several, Locale locale) {
        return several.approvals().stream()
                .map(one -> outcome(one, several.command(), locale))
                .toList();
    }

    private Outcome outcome(One one, ApprovalCommand command, Locale locale) {
        try {
            var ack = management.perform(one.id(), one.version(), command);
            return new Outcome(one.id(), ack.state(), null);
        } catch (Problem e) {
            return new Outcome(one.id(), null, words.of(e, locale));
        }
    }
}
