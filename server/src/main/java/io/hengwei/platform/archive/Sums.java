package io.hengwei.platform.archive;

import java.util.Map;

/// What an archive ends with: how much is in it, and by which sums that can be told again.
///
/// @param tables by name of the part
/// @param files how many files, and their bytes together; each is called by its own SHA-256
/// @param lost hashes that rows speak of but whose file was not there when the archive was made
record Sums(Map<String, Rows> tables, long files, long fileBytes, long lost) {

    /// @param sum of the rows' SHA-256, whatever their order
    record Rows(long count, String sum) {}

    long rows() {
        return tables.values().stream().mapToLong(Rows::count).sum();
    }
}
