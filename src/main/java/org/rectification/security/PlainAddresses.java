package org.rectification.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that hide a plain letter, digit, hyphen, underscore or tilde behind a percent sign. No browser sends them, and the
 * engine's webapps judge an address as it was sent but serve it as it is decoded.
 */
class PlainAddresses extends OncePerRequestFilter {

    private static final Pattern DISGUISE = Pattern.compile("%(2[dD]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (DISGUISE.matcher(request.getRequestURI()).find()) response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        else chain.doFilter(request, response);
    }
}
