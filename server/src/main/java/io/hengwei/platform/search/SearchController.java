package io.hengwei.platform.search;

import io.hengwei.platform.record.page.Refs;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The one search box: records, people, systems.
@RestController
class SearchController {
    record Result(List<SearchQueries.Row> records, List<Refs.Person> people, List<Refs.System> systems) {
        static final Result NOTHING = new Result(List.of(), List.of(), List.of());
    }

    private final SearchQueries queries;

    SearchController(SearchQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/search")
    Result search(
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(20) int size) {
        return q.isBlank()
                ? Result.NOTHING
                : new Result(
                        queries.records(q.strip(), size),
                        queries.people(q.strip(), size),
                        queries.systems(q.strip(), size));
    }
}
