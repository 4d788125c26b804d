package io.hengwei.platform.identity.protocol;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// One conversation with a directory: looks people up as the account it was given, and asks whether a password is
/// theirs. Waits for seconds, never longer.
public final class DirectoryConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 5_000;

    /// Of `userAccountControl` in Active Directory.
    private static final int SWITCHED_OFF = 2;

    private static final String CONTROL = "userAccountControl";
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";
    private static final Set<ResultCode> NOT_ITS_PASSWORD = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.NO_SUCH_OBJECT);

    private final LdapConfig config;
    private final LDAPConnection connection;

    private DirectoryConnection(LdapConfig config, LDAPConnection connection) {
        this.config = config;
        this.connection = connection;
    }

    public static DirectoryConnection open(LdapConfig config, @Nullable String secret)
            throws LDAPException, GeneralSecurityException {
        return new DirectoryConnection(config, servers(config, secret).getConnection());
    }

    private static FailoverServerSet servers(LdapConfig config, @Nullable String secret)
            throws GeneralSecurityException {
        var urls = config.urls().stream().map(URI::create).toList();
        var encrypted = urls.getFirst().getScheme().equals("ldaps");
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        BindRequest bind =
                config.bindDn() == null || secret == null ? null : new SimpleBindRequest(config.bindDn(), secret);
        var tls = new Trust(config.certificates()).sockets();
        return new FailoverServerSet(
                urls.stream().map(URI::getHost).toArray(String[]::new),
                urls.stream().mapToInt(url -> port(url, encrypted)).toArray(),
                encrypted ? tls : SocketFactory.getDefault(),
                options,
                bind,
                !encrypted && config.startTls() ? new StartTLSPostConnectProcessor(tls) : null);
    }

    private static int port(URI url, boolean encrypted) {
        if (url.getPort() > 0) return url.getPort();
        return encrypted ? 636 : 389;
    }

    /// The one person of this user name; empty where there is none, or more than one.
    public Optional<DirectoryEntry> named(String name) throws LDAPException {
        return one(Filter.createEqualityFilter(config.nameAttribute(), name));
    }

    public Optional<DirectoryEntry> ofSubject(String subject) throws LDAPException {
        return one(Filter.createEqualityFilter(
                config.subjectAttribute(), Base64.getUrlDecoder().decode(subject)));
    }

    private Optional<DirectoryEntry> one(Filter which) throws LDAPException {
        var filter = Filter.createANDFilter(Filter.create(config.personFilter()), which);
        var wanted = new java.util.ArrayList<>(List.of(config.nameAttribute(), config.subjectAttribute(), CONTROL));
        if (config.groupAttribute() != null) wanted.add(config.groupAttribute());
        var found = search(config.baseDn(), filter, 2, wanted.toArray(String[]::new));
        return found.size() == 1 ? Optional.of(entry(found.getFirst())) : Optional.empty();
    }

    private List<? extends Entry> search(String base, Filter filter, int limit, String... attributes)
            throws LDAPException {
        var request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
        request.setSizeLimit(limit);
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode() == ResultCode.SIZE_LIMIT_EXCEEDED) return e.getSearchEntries();
            throw e;
        }
    }

    private DirectoryEntry entry(Entry found) throws LDAPException {
        var subject = found.getAttributeValueBytes(config.subjectAttribute());
        if (subject == null)
            throw new LDAPException(
                    ResultCode.NO_SUCH_ATTRIBUTE, config.subjectAttribute() + " is missing in " + found.getDN());
        var name = found.getAttributeValue(config.nameAttribute());
        return new DirectoryEntry(
                found.getDN(),
                name == null ? "" : name,
                Base64.getUrlEncoder().withoutPadding().encodeToString(subject),
                groups(found),
                isOff(found));
    }

    private static boolean isOff(Entry found) {
        var control = found.getAttributeValueAsInteger(CONTROL);
        return control != null && (control & SWITCHED_OFF) != 0;
    }

    private Set<String> groups(Entry person) throws LDAPException {
        var groups = new TreeSet<String>();
        var own = config.groupAttribute() == null ? null : person.getAttributeValues(config.groupAttribute());
        if (own != null) for (var group : own) groups.add(normal(group));
        if (config.groupBase() != null) {
            var member = config.nested()
                    ? Filter.createExtensibleMatchFilter("member", IN_CHAIN, false, person.getDN())
                    : Filter.createEqualityFilter("member", person.getDN());
            for (var group : search(config.groupBase(), member, 1_000, "1.1")) groups.add(normal(group.getDN()));
        }
        return groups;
    }

    /// One spelling of a distinguished name; what is none stays as it is, in small letters.
    public static String normal(String group) {
        try {
            return DN.normalize(group);
        } catch (LDAPException e) {
            return group.strip().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Whether the password is this person's. Afterwards the conversation goes on as that person, so it is the last
    /// thing asked.
    public boolean isPasswordOf(DirectoryEntry person, String password) throws LDAPException {
        if (password.isEmpty() || person.off()) return false;
        try {
            return connection.bind(person.dn(), password).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            if (NOT_ITS_PASSWORD.contains(e.getResultCode())) return false;
            throw e;
        }
    }

    /// Whether there is anything where people are looked for.
    public void requireBase() throws LDAPException {
        if (connection.getEntry(config.baseDn(), "1.1") == null)
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT, config.baseDn());
    }

    @Override
    public void close() {
        connection.close();
    }
}
