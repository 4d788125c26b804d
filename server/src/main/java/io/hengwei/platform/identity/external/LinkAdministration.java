package io.hengwei.platform.identity.external;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.SourceGrants;
import io.hengwei.platform.identity.external.SourceAct.LinkAccount;
import io.hengwei.platform.identity.external.SourceAct.MapGroup;
import io.hengwei.platform.identity.external.SourceAct.UnlinkAccount;
import io.hengwei.platform.identity.external.SourceAct.UnmapGroup;
import io.hengwei.platform.identity.protocol.DirectoryConnection;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Whose account is proved where, and which groups bring roles.
@Service
class LinkAdministration {
    private final Operations operations;
    private final Directory directory;
    private final IdentitySources sources;
    private final LinkedAccounts links;
    private final GroupMappings mappings;
    private final SourceGrants grants;
    private final Sessions sessions;

    LinkAdministration(
            Operations operations,
            Directory directory,
            IdentitySources sources,
            LinkedAccounts links,
            GroupMappings mappings,
            SourceGrants grants,
            Sessions sessions) {
        this.operations = operations;
        this.directory = directory;
        this.sources = sources;
        this.links = links;
        this.mappings = mappings;
        this.grants = grants;
        this.sessions = sessions;
    }

    /// The password here is gone with it, and so is whatever the person has open. Nobody does it to the own account.
    void link(UserId person, LinkAccount link) {
        administer(person, link, () -> {
            directory.requirePerson(person);
            if (sources.find(link.source()).filter(IdentitySource::active).isEmpty())
                throw Refused.invalid("unknown-source").at("source");
            end(person);
            links.make(person, link.source(), link.name());
        });
    }

    /// The person gets a new activation code, or is linked elsewhere, to sign in again.
    void unlink(UserId person) {
        var link = links.of(person).orElseThrow(() -> new NotFound(person));
        administer(person, new UnlinkAccount(link.source()), () -> {
            end(person);
            links.forget(person);
        });
    }

    private void end(UserId person) {
        links.of(person)
                .ifPresent(old -> operations.inConsequence(() -> {
                    grants.align(person, old.source(), List.of());
                    return true;
                }));
        sessions.endOthers(person, null);
    }

    private void administer(UserId person, SourceAct act, Runnable work) {
        if (person.equals(Scope.current().me())) throw new Refused("external-account-of-oneself");
        operations.administer(
                new Act("person:manage", directory.unitOf(person), "PERSON", person.value(), act),
                Boolean.class,
                () -> {
                    work.run();
                    return true;
                });
    }

    UUID map(UUID source, MapGroup map) {
        var id = Ids.next();
        return operations.administer(act(source, map), UUID.class, () -> {
            var of = sources.get(source);
            grants.requireBringable(map.role());
            directory.requireUnit(map.unit());
            var group = of.kind() == SourceKind.LDAP
                    ? DirectoryConnection.normal(map.group())
                    : map.group().strip();
            try {
                mappings.insert(id, source, group, map.role(), map.unit());
            } catch (DuplicateKeyException e) {
                throw new Refused("group-mapped-already").at("group");
            }
            return id;
        });
    }

    void unmap(UUID source, UUID mapping) {
        var one = mappings.of(source).stream()
                .filter(m -> m.id().equals(mapping))
                .findFirst()
                .orElseThrow(() -> new NotFound(mapping));
        var act = act(
                source,
                new UnmapGroup(mapping, one.group(), one.role(), one.unit().id()));
        operations.administer(
                act,
                Boolean.class,
                () -> operations.inConsequence(() -> {
                    mappings.delete(source, one);
                    return true;
                }));
    }

    private static Act act(UUID source, SourceAct what) {
        return Act.ofEverybody(SourceAdministration.PERMISSION, SourceAdministration.KIND, source, what);
    }
}
