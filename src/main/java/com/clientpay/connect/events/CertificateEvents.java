package com.clientpay.connect.events;

import com.clientpay.connect.background.BackgroundJob;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.tls.Certificates;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.http.tls.TlsFiles;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the certificate's files three times a minute, and reports what is wrong with them, each thing once a day (UTC): to
 * the event log and to the log, which other systems than Windows have only.
 */
public final class CertificateEvents implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(CertificateEvents.class);
    private static final Duration INTERVAL = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofDays(30);

    private final EventLog log;
    private final ConnectConfig.Tls tls;
    private final Clock clock;
    private final BackgroundJob job = new BackgroundJob("certificate-events", this::look);
    private final Map<ServiceEvent, LocalDate> reported = new EnumMap<>(ServiceEvent.class);

    public CertificateEvents(EventLog log, ConnectConfig.Tls tls, Clock clock) {
        this.log = log;
        this.tls = tls;
        this.clock = clock;
    }

    /** Looks now, and then every twenty seconds; does nothing without a certificate. */
    public void start() {
        if (tls.isConfigured()) {
            job.start(Duration.ZERO, INTERVAL);
        }
    }

    /** Never throws: it would not be called again. */
    void look() {
        try {
            Certificates.Description certificate =
                    Certificates.describe(TlsFiles.load(tls).certificate());
            Instant now = clock.instant();
            String which = certificate.subject() + " is valid from " + certificate.notBefore() + " to "
                    + certificate.notAfter() + ". SHA-256 " + certificate.fingerprint();
            if (!certificate.isValidAt(now)) {
                report(ServiceEvent.CERTIFICATE_EXPIRED, which);
            } else if (!certificate.isValidAt(now.plus(SOON))) {
                report(ServiceEvent.CERTIFICATE_EXPIRING, which);
            }
        } catch (TlsException e) {
            report(ServiceEvent.CERTIFICATE_NOT_TAKEN, e.getMessage());
        } catch (RuntimeException e) {
            report(ServiceEvent.CERTIFICATE_NOT_TAKEN, e.getClass().getSimpleName());
        }
    }

    private void report(ServiceEvent event, String detail) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(reported.put(event, today))) {
            logger.warn("{} {}", event.happened(), detail);
            log.report(event, detail);
        }
    }

    @Override
    public void close() {
        job.close();
    }
}
