package dev.sluice.gitlab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates of a PEM file besides those of the Java platform. */
final class Trust {
  private Trust() {}

  /** Throws IllegalArgumentException when the file cannot be read or holds no certificate. */
  static void add(OkHttpClient.Builder client, Path pem) {
    try {
      X509TrustManager both = manager(withSystem(read(pem)));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {both}, null);
      client.sslSocketFactory(context.getSocketFactory(), both);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("ca_file " + pem + ": " + unreadable, unreadable);
    }
  }

  private static Collection<? extends Certificate> read(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new GeneralSecurityException("there is no certificate in it");
      }
      return all;
    }
  }

  private static KeyStore withSystem(Collection<? extends Certificate> own)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int next = 0;
    for (Certificate certificate : own) {
      store.setCertificateEntry("own-" + next++, certificate);
    }
    for (X509Certificate certificate : manager(null).getAcceptedIssuers()) {
      store.setCertificateEntry("system-" + next++, certificate);
    }
    return store;
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }
}
