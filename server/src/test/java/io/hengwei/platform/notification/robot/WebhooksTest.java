package io.hengwei.platform.notification.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HengweiTest
class WebhooksTest {
    @Autowired
    Settings settings;

    Webhooks webhooks;

    @BeforeEach
    void asInTheProduct() {
        webhooks = new Webhooks(settings, false);
    }

    @Test
    void hostsOfTheThreeProvidersAreLetThrough() {
        assertThat(host("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"))
                .isEqualTo("qyapi.weixin.qq.com");
        assertThat(host("https://OAPI.dingtalk.com/robot/send?access_token=t")).isEqualTo("oapi.dingtalk.com");
        assertThat(host(" https://open.feishu.cn:443/open-apis/bot/v2/hook/h ")).isEqualTo("open.feishu.cn");
    }

    @Test
    void everyOtherAddressIsRefusedAndNotRepeated() {
        for (var address : List.of(
                "http://qyapi.weixin.qq.com/SECRET",
                "https://qyapi.weixin.qq.com.evil.example/SECRET",
                "https://evil.example/SECRET?qyapi.weixin.qq.com",
                "https://qyapi.weixin.qq.com@evil.example/SECRET",
                "https://SECRET@qyapi.weixin.qq.com/",
                "https://qyapi.weixin.qq.com:8443/SECRET",
                "https://qyapi.weixin.qq.com/#SECRET",
                "https://sub.open.feishu.cn/SECRET",
                "https://127.0.0.1/SECRET",
                "http://localhost/SECRET",
                "https://[::1]/SECRET",
                "https://169.254.169.254/SECRET",
                "https://10.0.0.1/SECRET",
                "file:///etc/SECRET",
                "https:SECRET",
                "not an address SECRET",
                "https://open.feishu.cn/" + "SECRET".repeat(100),
                ""))
            assertThatThrownBy(() -> host(address))
                    .as(address)
                    .isInstanceOf(Refused.class)
                    .hasMessageNotContaining("SECRET");
    }

    @Test
    void whatIsNotLetThroughIsNotCalledEither() throws Exception {
        assertThat(webhooks.mayBeCalled(URI.create("https://localhost/x"))).isFalse();
        assertThat(webhooks.mayBeCalled(URI.create("http://127.0.0.1:8080/x"))).isFalse();
        assertThat(new Webhooks(settings, true).mayBeCalled(URI.create("http://127.0.0.1:8080/x")))
                .isTrue();
        assertThat(new Webhooks(settings, true).mayBeCalled(URI.create("http://127.0.0.2:8080/x")))
                .isFalse();
    }

    @Test
    void anAddressWithinThisNetworkIsNoneOfTheInternet() throws Exception {
        for (var inside : List.of(
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::1"))
            assertThat(Webhooks.isPublic(InetAddress.getByName(inside)))
                    .as(inside)
                    .isFalse();
        for (var outside : List.of(
                "1.1.1.1",
                "101.226.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "2408:8700::1"))
            assertThat(Webhooks.isPublic(InetAddress.getByName(outside)))
                    .as(outside)
                    .isTrue();
    }

    @Test
    void aSecretSignsWhereTheProviderKnowsSignatures() {
        assertThatThrownBy(() -> webhooks.requireSound(
                        RobotKind.WECOM, new RobotAccess("https://qyapi.weixin.qq.com/x?key=k", "SECRET")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("robot-unsigned")
                .hasMessageNotContaining("SECRET");
        for (var secret : List.of(" ", "SECRET".repeat(50)))
            assertThatThrownBy(() -> webhooks.requireSound(
                            RobotKind.FEISHU, new RobotAccess("https://open.feishu.cn/x", secret)))
                    .hasMessageContaining("robot-secret");
    }

    private String host(String webhook) {
        return webhooks.requireSound(RobotKind.FEISHU, new RobotAccess(webhook, null));
    }
}
