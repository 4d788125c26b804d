package io.hengwei.demo;

import io.hengwei.demo.AccountFile.Account;
import io.hengwei.demo.AccountFile.Accounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The accounts as a table for a terminal, where an ideograph is two columns wide.
final class AccountTable {
    private static final int FIRST_WIDE = 0x2E80;

    private AccountTable() {}

    static String of(Accounts accounts, Path file) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("账号 username", "密码 password", "姓名 name", "部门 unit", "角色 roles"));
        accounts.accounts().forEach(account -> rows.add(row(account)));
        var widths = IntStream.range(0, 5)
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        var table = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
        return "\n%s\n\n  恒维已就绪 / Hengwei is ready:  %s\n  账号与接口令牌 / accounts and API tokens:  %s\n"
                .formatted(table, accounts.url(), file);
    }

    private static List<String> row(Account account) {
        var password = account.password() == null ? "（仅令牌 / token only）" : account.password();
        return List.of(
                account.username(), password, account.name(), account.unit(), String.join(", ", account.roles()));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - width(row.get(i))))
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    }
}
