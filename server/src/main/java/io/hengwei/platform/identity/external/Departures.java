package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.external.SourceAct.GoneFromSource;
import io.hengwei.platform.identity.protocol.DirectoryEntry;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a look at a directory changes for one person here. As the system.
@Component
@Transactional
class Departures {
    private final LinkedAccounts links;
    private final GroupMappings mappings;
    private final Directory directory;
    private final Credentials credentials;
    private final Operations operations;

    Departures(
            LinkedAccounts links,
            GroupMappings mappings,
            Directory directory,
            Credentials credentials,
            Operations operations) {
        this.links = links;
        this.mappings = mappings;
        this.directory = directory;
        this.credentials = credentials;
        this.operations = operations;
    }

    public void stays(UserId person, UUID source, DirectoryEntry entry) {
        links.isThere(person, entry.name());
        mappings.align(person, source, entry.groups());
    }

    /// What is open ends; who stays away appears among those who left.
    public void leaves(UserId person, UUID source) {
        if (!links.gone(person)) return;
        var act = new Act(
                "person:manage", directory.unitOf(person), "PERSON", person.value(), new GoneFromSource(source));
        operations.administer(act, Boolean.class, () -> {
            mappings.align(person, source, List.of());
            credentials.revokeAll(person, Credentials.Kind.SESSION);
            credentials.revokeAll(person, Credentials.Kind.TOKEN);
            return true;
        });
    }
}
