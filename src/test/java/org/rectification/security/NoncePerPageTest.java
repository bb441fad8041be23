package org.rectification.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.Test;
import org.rectification.support.OnH2;
import org.rectification.support.Session;
import org.rectification.support.Session.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** A page's scripts carry the nonce that its own header allows, whoever else asks for something meanwhile; else the browser runs none of them. */
@OnH2
class NoncePerPageTest {

    private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern CARRIED = Pattern.compile(" nonce=\"([^\"]+)\"");

    @LocalServerPort int port;

    private final MockServletContext shared = new MockServletContext();
    private final HttpHeaderSecurityFilter header = new HttpHeaderSecurityFilter();

    @Test
    void aRequestThatComesBetweenHeaderAndPageChangesNeither() throws Exception {
        header.init(new MockFilterConfig(shared));
        AtomicReference<Object> carried = new AtomicReference<>();
        String allowed = answered(page -> {
            answered(another -> {});
            carried.set(page.getServletContext().getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE));
        });
        assertThat(allowed).contains("'nonce-" + carried + "'");
    }

    private interface Rest {
        void of(HttpServletRequest request) throws Exception;
    }

    /** The policy in its header. */
    private String answered(Rest rest) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new NoncePerPage().doFilter(new MockHttpServletRequest(shared), response, (own, same) -> header.doFilter(own, same, (request, last) -> {
            try {
                rest.of((HttpServletRequest) request);
            } catch (Exception failed) {
                throw new IOException(failed);
            }
        }));
        return response.getHeader("Content-Security-Policy");
    }

    @Test
    void aPagesScriptsCarryWhatItsHeaderAllowsAndNothingIsShared(@Autowired ServletContext servlets) {
        for (String app : List.of("welcome", "tasklist", "cockpit", "admin")) {
            Page page = Session.of(port, "admin").get("/camunda/app/" + app + "/default/");
            assertThat(nonces(CARRIED.matcher(page.text()).results())).as(app).isEqualTo(allowed(page)).hasSize(1);
        }
        assertThat(servlets.getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE)).isNull();
    }

    private static Set<String> allowed(Page page) {
        return nonces(ALLOWED.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow()).results());
    }

    private static Set<String> nonces(Stream<MatchResult> found) {
        return found.map(each -> each.group(1)).collect(Collectors.toSet());
    }
}
