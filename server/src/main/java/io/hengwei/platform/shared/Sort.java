package io.hengwei.platform.shared;

/// A sort that a list offers: its public name, the SQL expression, the SQL type of the expression (for the cursor) and
/// the direction when the name alone is asked for. Each is backed by an index that ends in the id.
public record Sort(String name, String expression, String type, boolean descending) {
    public static Sort newest(String name, String expression) {
        return new Sort(name, expression, "timestamptz", true);
    }

    public static Sort soonest(String name, String expression) {
        return new Sort(name, expression, "timestamptz", false);
    }

    public static Sort text(String name, String expression) {
        return new Sort(name, expression, "text", false);
    }

    Sort turned(boolean down) {
        return new Sort(name, expression, type, down);
    }
}
