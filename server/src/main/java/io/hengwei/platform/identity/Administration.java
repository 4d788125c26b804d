package io.hengwei.platform.identity;

/// Which of the three administrations a role belongs to; they exclude one another and all business (三员分立).
public enum Administration {
    /// Business: whatever is no administration.
    NONE,
    SYSTEM,
    SECURITY,
    AUDIT
}
