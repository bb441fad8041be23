package org.rectification.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.rectification.organization.Groups;
import org.rectification.organization.Organization;
import org.rectification.refusal.web.RefusalAnswers;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One closed door: nothing but login, health and static assets answers without a login. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Readable by our pages and embedded forms; the engine's webapps keep a token of their own. */
    static final String CSRF_COOKIE = "RECTIFICATION-CSRF";

    private static final String[] OPEN = {"/login", "/first-admin", "/error", "/favicon.ico", "/assets/**", "/webjars/**", "/actuator/health", "/actuator/health/**"};
    /** Without a member in camunda-admin these would create one for anybody (CVE-2026-77226). */
    private static final String[] SHUT = {"/camunda/app/admin/*/setup/**", "/camunda/app/admin/setup/**", "/camunda/api/admin/setup/**"};
    /** The engine lets anybody with a login call what Cockpit calls. */
    private static final String[] FOR_ADMINS = {"/actuator/**", "/camunda/api/cockpit/**"};
    /** Their addresses name the webapps' version, and everybody opens 待办中心 many times a day. */
    private static final String[] OF_THE_VERSION = {"/camunda/lib/**", "/camunda/app/*/camunda-*"};
    private static final String[] FOR_PROGRAMS = {"/api/**", "/engine-rest/**", "/camunda/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**"};

    @Bean
    SecurityFilterChain door(HttpSecurity http, ObjectMapper json, MultipartProperties uploads) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        RequestMatcher forPrograms = any(path, FOR_PROGRAMS);
        RequestMatcher webappLogout = path.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        CookieCsrfTokenRepository csrfTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfTokens.setCookieName(CSRF_COOKIE);
        csrfTokens.setHeaderName("X-" + CSRF_COOKIE);
        csrfTokens.setCookiePath("/");
        csrfTokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
                        .requestMatchers(any(path, SHUT)).denyAll()
                        .requestMatchers(any(path, OPEN)).permitAll()
                        .requestMatchers(any(path, FOR_ADMINS)).hasAuthority(Groups.CAMUNDA_ADMIN)
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false)
                        .failureHandler(new FailedLogin()))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> answer(response, json, HttpStatus.UNAUTHORIZED, "账号或密码不正确")))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .logout(logout -> logout
                        .logoutRequestMatcher(new OrRequestMatcher(path.matcher(HttpMethod.POST, "/logout"), webappLogout))
                        .logoutSuccessHandler((request, response, login) -> {
                            if (webappLogout.matches(request)) response.setStatus(HttpStatus.NO_CONTENT.value());
                            else response.sendRedirect(request.getContextPath() + "/login?logout");
                        }))
                .csrf(csrf -> csrf
                        .csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(eager())
                        .ignoringRequestMatchers(SecurityConfiguration::isBasic, path.matcher("/camunda/**")))
                .requestCache(cache -> cache.requestCache(pagesOnly(forPrograms)))
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor((request, response, e) -> answer(response, json, HttpStatus.UNAUTHORIZED, "请先登录"), forPrograms)
                        .defaultAuthenticationEntryPointFor(SecurityConfiguration::reloadPage, request -> request.getHeader("HX-Request") != null)
                        .defaultAuthenticationEntryPointFor(SecurityConfiguration::toTheLogin, request -> true)
                        .accessDeniedHandler((request, response, e) -> {
                            if (forPrograms.matches(request) && SecurityContextHolder.getContext().getAuthentication() == null) answer(response, json, HttpStatus.UNAUTHORIZED, "请先登录");
                            else if (forPrograms.matches(request)) answer(response, json, HttpStatus.FORBIDDEN, "您无权访问，或页面停留过久，请刷新后重试");
                            else response.sendError((isTooLarge(request, e, uploads) ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.FORBIDDEN).value());
                        }))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable()).addHeaderWriter(kept(any(path, OF_THE_VERSION))).addHeaderWriter(new CacheControlHeadersWriter()))
                .build();
    }

    /** Whoever is sent to the login must not be sent there for a year. */
    private static HeaderWriter kept(RequestMatcher unchanging) {
        return (request, response) -> {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            if (login != null && !(login instanceof AnonymousAuthenticationToken) && response.getStatus() == HttpStatus.OK.value() && unchanging.matches(request)) response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        };
    }

    /** Of a form that is too large the server reads nothing, its token neither. */
    private static boolean isTooLarge(HttpServletRequest request, Exception refused, MultipartProperties uploads) {
        return refused instanceof CsrfException && request.getContentLengthLong() > uploads.getMaxFileSize().toBytes();
    }

    private static RequestMatcher any(PathPatternRequestMatcher.Builder path, String[] patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns).map(path::matcher).map(RequestMatcher.class::cast).toList());
    }

    private static boolean isBasic(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** The token is in the cookie from the first page on; scripts send it back as it is. */
    private static CsrfTokenRequestAttributeHandler eager() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** Where the login leads back to: a page, and no part of one. To keep the rest would begin a session, and the page would not be told that its own has ended. */
    private static RequestCache pagesOnly(RequestMatcher forPrograms) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> {
            String accepted = request.getHeader("Accept");
            return HttpMethod.GET.matches(request.getMethod()) && (accepted == null || accepted.contains("text/html")) && !forPrograms.matches(request);
        });
        return cache;
    }

    /** Whoever was logged in before is told why he has to be once more. */
    private static void toTheLogin(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        response.sendRedirect(request.getContextPath() + (expired ? "/login?expired" : "/login"));
    }

    /** The session ended under an open page: the whole page goes to the login and comes back, instead of the login form ending up in a row. */
    private static void reloadPage(HttpServletRequest request, HttpServletResponse response, Exception e) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Refresh", "true");
    }

    private static void answer(HttpServletResponse response, ObjectMapper json, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), RefusalAnswers.problem(status, detail, List.of()));
    }

    @Bean
    FilterRegistrationBean<PlainAddresses> plainAddresses() {
        FilterRegistrationBean<PlainAddresses> registration = new FilterRegistrationBean<>(new PlainAddresses());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<NoncePerPage> noncePerPage() {
        FilterRegistrationBean<NoncePerPage> registration = new FilterRegistrationBean<>(new NoncePerPage());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineAuthenticationFilter> engineAuthentication(IdentityService identity, Organization organization, DeputyChange deputies) {
        FilterRegistrationBean<EngineAuthenticationFilter> registration = new FilterRegistrationBean<>(new EngineAuthenticationFilter(identity, organization, deputies));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(200);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappLogin.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(201);
        return registration;
    }
}
