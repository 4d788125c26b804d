package io.hengwei.platform.document;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// A list as a file. An export is an act: it needs its permission and stands in the journal with the filter that was
/// asked for.
///
/// ```java
/// @GetMapping("/export")
/// ResponseEntity<Resource> export(Filter filter, Page page, Exports.Format format) {
///     return exports.file("incident:export", "incidents", format, Row.class, (limit, each) -> queries.stream(filter,
/// page, limit, each));
/// }
/// ```
///
/// Rows go from the cursor to a file of its own and from there to the person: nothing is held in memory, a slow line
/// holds no transaction, and what fails on the way is answered as a problem, not as half a file.
@Service
public class Exports {
    public enum Format {
        XLSX,
        CSV
    }

    /// Hands over the rows of a list, up to a limit, one by one: `Sql.stream`.
    public interface Source<R> {
        void stream(int limit, Consumer<R> each);
    }

    /// @param rows how many there were in the end: counted while the file is written, told when the line is
    record Export(String list, Format format, Map<String, List<String>> query, AtomicInteger rows)
            implements RepeatedByMaker {}

    private final Operations operations;
    private final Settings settings;
    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;

    Exports(Operations operations, Settings settings, MessageSource messages, ZoneId zone, Clock clock) {
        this.operations = operations;
        this.settings = settings;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /// @param list its name: of the file and of its own headings, `export.<list>.<column>` before `export.<column>`
    public <R extends Record> ResponseEntity<Resource> file(
            String permission, String list, Format format, Class<R> row, Source<R> source) {
        var rows = new AtomicInteger();
        var act = Act.making(permission, null, "EXPORT", Ids.next(), new Export(list, format, query(), rows));
        try {
            var file = Files.createTempFile("export", null);
            try {
                operations.administer(act, Integer.class, () -> {
                    rows.set(write(file, list, format, row, source));
                    return rows.get();
                });
                return answer(file, list, format);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <R extends Record> int write(Path file, String list, Format format, Class<R> row, Source<R> source) {
        var limit = settings.value(DocumentSettings.EXPORT_ROWS);
        var columns = new ExportColumns<>(list, row, messages, LocaleContextHolder.getLocale(), zone);
        try (var sheet = format == Format.XLSX
                ? new ExcelSheet(file, columns.headings())
                : new CsvSheet(file, columns.headings())) {
            source.stream(limit + 1, each -> {
                if (sheet.rows() < limit) sheet.add(columns.values(each));
                else sheet.endWith(columns.cut(limit));
            });
            return sheet.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseEntity<Resource> answer(Path file, String list, Format format) throws IOException {
        var stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(zone).format(clock.instant());
        var name = "%s-%s.%s".formatted(list, stamp, format.name().toLowerCase(java.util.Locale.ROOT));
        var size = Files.size(file);
        var bytes = Files.newInputStream(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        format == Format.XLSX
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentLength(size)
                .body(new InputStreamResource(bytes));
    }

    private static Map<String, List<String>> query() {
        var asked = new TreeMap<String, List<String>>();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            request.getRequest().getParameterMap().forEach((name, values) -> asked.put(name, Arrays.asList(values)));
        }
        return asked;
    }
}
