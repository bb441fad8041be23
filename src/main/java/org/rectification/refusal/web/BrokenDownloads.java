package org.rectification.refusal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Breaks the connection where an answer fails of which a part has been sent: the browser then says that the download failed. A sentence
 * appended to it would make the file look whole. Who leaves in the middle has broken it himself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenDownloads implements HandlerExceptionResolver {

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!response.isCommitted()) return null;
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) return new ModelAndView();
        throw new IllegalStateException(request.getMethod() + " " + request.getRequestURI() + " broke off after a part of its answer", failure);
    }
}
