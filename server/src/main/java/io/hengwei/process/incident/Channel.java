package io.hengwei.process.incident;

/// How it came in (DESK-01).
public enum Channel {
    HOTLINE,
    MOBILE,
    EMAIL,
    ON_SITE,
    PORTAL,
    ALERT,
    INSPECTION,
    DIRECTIVE
}
