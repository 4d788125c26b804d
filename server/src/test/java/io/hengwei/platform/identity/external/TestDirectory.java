package io.hengwei.platform.identity.external;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A directory that speaks LDAP on loopback, with and without TLS, and refuses who is not bound.
class TestDirectory implements AutoCloseable {
    static final String BASE = "dc=bank,dc=example";
    static final String READER = "cn=reader," + BASE;
    static final String READERS_PASSWORD = "read-only-7";

    private final InMemoryDirectoryServer server;
    private final String certificate;

    TestDirectory() throws Exception {
        this("localhost");
    }

    /// @param host for which its certificate was made
    TestDirectory(String host) throws Exception {
        var store = Files.createTempDirectory("directory").resolve("keys.p12").toFile();
        var made = ManageCertificates.main(
                null,
                null,
                System.err,
                "generate-self-signed-certificate",
                "--keystore",
                store.getPath(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                "of-the-test",
                "--alias",
                "test",
                "--subject-dn",
                "CN=" + host,
                "--subject-alternative-name-dns",
                host);
        if (made != ResultCode.SUCCESS) throw new IllegalStateException("no certificate: " + made);
        var keys = KeyStore.getInstance(store, "of-the-test".toCharArray());
        certificate = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("test").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        var tls = new SSLUtil(
                new com.unboundid.util.ssl.KeyStoreKeyManager(store, "of-the-test".toCharArray()),
                new TrustAllTrustManager());
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.addAdditionalBindCredentials(READER, READERS_PASSWORD);
        config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "plain", java.net.InetAddress.getLoopbackAddress(), 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls",
                        java.net.InetAddress.getLoopbackAddress(),
                        0,
                        tls.createSSLServerSocketFactory(),
                        tls.createSSLSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: bank");
        server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        server.startListening();
    }

    /// @return the distinguished name
    String person(String name, String password, String... more) throws Exception {
        var dn = "uid=" + name + ",ou=people," + BASE;
        var lines = new ArrayList<>(List.of(
                "dn: " + dn,
                "objectClass: person",
                "uid: " + name,
                "cn: " + name,
                "entryUUID: subject-of-" + name,
                "userPassword: " + password));
        lines.addAll(List.of(more));
        server.add(lines.toArray(String[]::new));
        return dn;
    }

    String group(String name, String... members) throws Exception {
        var dn = "cn=" + name + ",ou=groups," + BASE;
        var lines = new ArrayList<>(List.of("dn: " + dn, "objectClass: groupOfNames", "cn: " + name));
        for (var member : members) lines.add("member: " + member);
        server.add(lines.toArray(String[]::new));
        return dn;
    }

    void change(String dn, String... ldif) throws Exception {
        var lines = new ArrayList<>(List.of("dn: " + dn, "changetype: modify"));
        lines.addAll(List.of(ldif));
        server.modify(lines.toArray(String[]::new));
    }

    void rename(String dn, String name) throws Exception {
        server.modifyDN(dn, "uid=" + name, true);
    }

    void remove(String dn) throws Exception {
        server.delete(dn);
    }

    void stop() {
        server.shutDown(true);
    }

    Map<String, Object> plain() {
        return config("ldap://127.0.0.1:" + server.getListenPort("plain"), false, null);
    }

    Map<String, Object> startTls(@Nullable String trusted) {
        return config("ldap://localhost:" + server.getListenPort("plain"), true, trusted);
    }

    Map<String, Object> tls(@Nullable String trusted) {
        return config("ldaps://localhost:" + server.getListenPort("tls"), false, trusted);
    }

    String certificate() {
        return certificate;
    }

    private static Map<String, Object> config(String url, boolean startTls, @Nullable String trusted) {
        var config = new java.util.HashMap<String, Object>(Map.of(
                "urls",
                List.of(url),
                "startTls",
                startTls,
                "bindDn",
                READER,
                "baseDn",
                "ou=people," + BASE,
                "personFilter",
                "(objectClass=person)",
                "nameAttribute",
                "uid",
                "subjectAttribute",
                "entryUUID",
                "groupAttribute",
                "memberOf",
                "groupBase",
                "ou=groups," + BASE,
                "nested",
                false));
        if (trusted != null) config.put("certificates", trusted);
        return config;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
