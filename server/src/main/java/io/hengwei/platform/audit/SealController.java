package io.hengwei.platform.audit;

import io.hengwei.platform.record.feed.LedgerLines;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.Rows;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How the ledger is sealed: its blocks, its anchors, and what checks both.
@RestController
@RequestMapping("/api/ledger")
class SealController {
    /// @param waiting lines that have their place and no block yet
    record Seal(
            long blocks,
            long lines,
            long waiting,
            int epoch,
            @Nullable LastBlock last,
            List<Anchor> anchors,
            List<Run> runs) {}

    record LastBlock(long number, String hash, long lastSeq, Instant sealedAt) {}

    record Run(
            UUID id,
            Refs.@Nullable Person askedBy,
            Instant askedAt,
            long blocks,
            long block,
            @Nullable Instant endedAt,
            Fault.@Nullable Kind fault,
            @Nullable Long faultBlock,
            @Nullable Long faultSeq,
            @Nullable String faultDetail) {}

    record AnchorFile(@NotBlank @Size(max = 1_000_000) String text) {}

    record Asked(UUID id) {}

    private static final int ANCHORS_SHOWN = 400;

    private final Anchors anchors;
    private final Verifications verifications;
    private final JdbcClient db;

    SealController(Anchors anchors, Verifications verifications, JdbcClient db) {
        this.anchors = anchors;
        this.verifications = verifications;
        this.db = db;
    }

    @GetMapping
    Seal seal() {
        LedgerController.requireEverywhere(AuditConfiguration.READ);
        var head = new LedgerLines(db).head();
        var last = db.sql("select number, hash, last_seq, sealed_at from audit.block order by number desc limit 1")
                .query(Rows.of(LastBlock.class))
                .optional()
                .orElse(null);
        var sealed = last == null ? 0 : last.lastSeq();
        return new Seal(
                last == null ? 0 : last.number(), sealed, head.seq() - sealed, head.epoch(), last, shown(), runs());
    }

    private List<Anchor> shown() {
        return db.sql("select day, block, hash, lines, made_at from audit.anchor order by day desc limit ?")
                .param(ANCHORS_SHOWN)
                .query(Rows.of(Anchor.class))
                .list();
    }

    private List<Run> runs() {
        return db.sql("""
            select v.id, p.id as asked_by_id, p.name as asked_by_name, u.name as asked_by_unit, v.asked_at, v.blocks, v.block, v.ended_at, v.fault,
                v.fault_block, v.fault_seq, v.fault_detail
            from audit.verification v left join identity.person_card p on p.id = v.asked_by left join identity.unit_card u on u.id = p.unit
            order by v.asked_at desc, v.id desc limit 20""").query(Rows.of(Run.class)).list();
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked verify() {
        return new Asked(verifications.ask());
    }

    /// One day's anchor, or all of them, as a file to be kept elsewhere.
    @GetMapping("/anchors/file")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        var name = day == null ? "hengwei-anchors.jsonl" : "hengwei-anchor-" + day + ".jsonl";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("application", "jsonl", StandardCharsets.UTF_8))
                .body(anchors.file(day).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/anchors/check")
    List<Anchors.Compared> check(@RequestBody @Valid AnchorFile file) {
        return anchors.check(file.text());
    }
}
