package io.hengwei.platform.setting;

/// Marks a bean whose static `Setting` constants are the settings of its module.
///
/// ```java
/// @Component
/// final class IncidentSettings implements DeclaresSettings {
///     static final Setting<Limit> CONFIRM_LIMIT = Setting.of("incident.confirm-limit", LIMIT, Limit.class,
/// Limit.parse("PT10M"))
///             .clause("001-1 §7.1").scopes(UNIT, SYSTEM);
/// }
/// ```
public interface DeclaresSettings {}
