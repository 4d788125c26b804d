package io.hengwei.platform.identity.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed: those given, or those the machine believes.
///
/// @param certificates PEM, one after another
public record Trust(@Nullable String certificates) {
    public SSLSocketFactory sockets() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates == null ? null : given(certificates));
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore given(String certificates) throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)));
            int number = 0;
            for (var one : all) store.setCertificateEntry("given-" + number++, one);
            if (number == 0) throw new GeneralSecurityException("no certificate");
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
