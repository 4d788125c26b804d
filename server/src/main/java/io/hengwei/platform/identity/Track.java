package io.hengwei.platform.identity;

/// The two tracks into which the second support line splits (两级三线): operation of systems and of business applications.
public enum Track {
    SYSTEM_OPS,
    BUSINESS_OPS
}
