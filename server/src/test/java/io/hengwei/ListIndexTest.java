package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// See docs/adr/0010: whoever looks after some units walks past the rows of others within the index.
@HengweiTest
class ListIndexTest {
    @Autowired
    JdbcClient db;

    @Test
    void whatAListOfRecordsWalksBeginsOrEndsWithTheUnitUnlessItIsOnePersons() {
        var walked = db.sql("""
                select pg_get_indexdef(i.indexrelid) from pg_index i
                where exists (select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'unit')
                    and exists (select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'opened_at')
                    and pg_get_indexdef(i.indexrelid) ~ '(opened_at|updated_at|due_at|priority)( DESC)?, id'""").query(String.class).list();
        assertThat(walked)
                .hasSizeGreaterThan(20)
                .allSatisfy(index -> assertThat(index).containsPattern("\\((unit|requester|assignee),|, unit\\)"));
    }
}
