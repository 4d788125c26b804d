package io.hengwei.platform.notification.robot;

import io.hengwei.platform.notification.NotificationSettings;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which addresses robots may be called at: on the web, encrypted, at a host that is let through, and never within
/// this network. Whatever somebody enters, this server calls nobody else.
@Component
class Webhooks {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 500;
    private static final int LONGEST_SECRET = 200;
    private static final int HTTPS = 443;

    private final Settings settings;
    private final boolean allowLoopback;

    /// @param allowLoopback for tests, which have their robots on this machine
    Webhooks(Settings settings, @Value("${hengwei.robots.allow-loopback:false}") boolean allowLoopback) {
        this.settings = settings;
        this.allowLoopback = allowLoopback;
    }

    /// @return the host, which is no secret
    /// @throws Refused without repeating the address
    String requireSound(RobotKind kind, RobotAccess access) {
        var secret = access.secret();
        if (secret != null && kind == RobotKind.WECOM)
            throw Refused.invalid("robot-unsigned").at("access.secret");
        if (secret != null && (secret.isBlank() || secret.length() > LONGEST_SECRET))
            throw Refused.invalid("robot-secret", LONGEST_SECRET).at("access.secret");
        var address = parsed(access);
        if (!isSound(address)) throw Refused.invalid("robot-webhook").at("access.webhook");
        var host = host(address);
        if (!admits(address)) throw Refused.invalid("robot-host", host).at("access.webhook");
        return host;
    }

    private static URI parsed(RobotAccess access) {
        try {
            if (access.webhook().length() > LONGEST)
                throw Refused.invalid("robot-webhook").at("access.webhook");
            return new URI(access.webhook().strip());
        } catch (URISyntaxException e) {
            throw Refused.invalid("robot-webhook").at("access.webhook");
        }
    }

    private boolean isSound(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) return false;
        if (isAllowedHere(address)) return true;
        return "https".equalsIgnoreCase(address.getScheme()) && (address.getPort() == -1 || address.getPort() == HTTPS);
    }

    private boolean isAllowedHere(URI address) {
        var scheme = String.valueOf(address.getScheme());
        return allowLoopback && HERE.contains(host(address)) && (scheme.equals("http") || scheme.equals("https"));
    }

    private boolean admits(URI address) {
        return isAllowedHere(address)
                || settings.value(NotificationSettings.ROBOT_HOSTS).hosts().stream()
                        .anyMatch(name -> name.strip().equalsIgnoreCase(host(address)));
    }

    /// Asked before each message: settings change, and so does what a name leads to.
    ///
    /// @throws UnknownHostException when the name leads nowhere
    boolean mayBeCalled(URI address) throws UnknownHostException {
        if (!isSound(address) || !admits(address)) return false;
        return isAllowedHere(address)
                || Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(Webhooks::isPublic);
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /// Whether the address is one of the internet at large. (An IPv4 address within IPv6 comes as IPv4.)
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address)
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 198 && (second == 18 || second == 19))
                    && !(first == 192 && second == 0);
        return (first & 0xe0) == 0x20 && !(first == 0x20 && (second == 0x01 || second == 0x02) && isTunnel(bytes));
    }

    /// 2001:0::/32 (Teredo) and 2002::/16 (6to4) carry any IPv4 address within them.
    private static boolean isTunnel(byte[] bytes) {
        return bytes[1] == 0x02 || bytes[2] == 0 && bytes[3] == 0;
    }
}
