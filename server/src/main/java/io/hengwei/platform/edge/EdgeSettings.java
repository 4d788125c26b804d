package io.hengwei.platform.edge;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import org.springframework.stereotype.Component;

@Component
final class EdgeSettings implements DeclaresSettings {
    /// Of one address, without a valid session or token: a whole office may sit behind one address.
    static final Setting<Integer> ANONYMOUS =
            Setting.integer("edge.anonymous-per-minute", 300).atLeast(10).asProposed();

    /// Of one session or token.
    static final Setting<Integer> SIGNED_IN =
            Setting.integer("edge.requests-per-minute", 1_200).atLeast(10).asProposed();
}
