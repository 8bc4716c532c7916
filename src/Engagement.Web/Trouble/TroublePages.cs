using Engagement.Web.Components;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.Trouble;

/// <summary>Turns what goes wrong under a page into a page. What a person had sent is shown back to them, ready to be sent again.</summary>
internal sealed partial class TroublePages(RequestDelegate next, ILogger<TroublePages> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The person has gone; there is nobody to show a page to.
        }
        catch (SignInNeededException) when (!context.Response.HasStarted)
        {
            await ShowSignInAsync(context);
        }
        catch (NotAllowedException) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, Page.Of<NotAllowedPage>(new { Fields = await FieldsAsync(context) }, StatusCodes.Status403Forbidden));
        }
        catch (AddressUnknownException) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, TroubleEndpoints.NotFound());
        }
        catch (TooManyRequestsException refused) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, Page.Of<TooManyPage>(
                new { Address = AddressOf(context), Seconds = refused.RetryAfterSeconds, Fields = await FieldsAsync(context) },
                StatusCodes.Status429TooManyRequests));
        }
        catch (BadHttpRequestException problem) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, Page.Of<NotUnderstoodPage>(status: problem.StatusCode));
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            PageFailed(logger, problem, context.Request.Method, RouteOf(context));
            await ShowAsync(context, Page.Of<TroublePage>(
                new { Address = AddressOf(context), Fields = await FieldsAsync(context) },
                StatusCodes.Status500InternalServerError));
        }
    }

    private static Task ShowSignInAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<ISignIn>() is null)
            return ShowAsync(context, Page.Of<NotAllowedPage>(status: StatusCodes.Status401Unauthorized));
        var returnTo = HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments(Links.Me, StringComparison.Ordinal) ? AddressOf(context)
            : Links.IsForStaff(context.Request.Path) ? Links.Staff
            : FormOf(context);
        return ShowAsync(context, Page.SeeOther(Links.SignInThen(returnTo)));
    }

    /// <summary>What was sent with a form is not sent again after the sign-in: it leads to the form's own page, as the browser names it.</summary>
    private static string FormOf(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var form) && form.Authority == context.Request.Host.Value && Links.IsOfThisSite(form.PathAndQuery)
            ? form.PathAndQuery
            : Links.Home;

    private static async Task ShowAsync(HttpContext context, IResult result)
    {
        var retryAfter = context.Response.Headers.RetryAfter;
        context.Response.Clear();
        if (retryAfter.Count > 0)
            context.Response.Headers.RetryAfter = retryAfter;
        // A component that failed half way leaves its renderer unusable, so the page for it gets services of its own.
        await using var scope = context.RequestServices.CreateAsyncScope();
        var original = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await result.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = original;
        }
    }

    /// <summary>Which page it is, as it is mapped: the address itself may hold a token with which whoever reads the log could act for somebody.</summary>
    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no page";

    private static string AddressOf(HttpContext context) => $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";

    private static async Task<IReadOnlyList<SentField>?> FieldsAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return null;
        var form = await SubmittedForm.ReadAsync(context, context.RequestAborted);
        return [.. form.Fields.Where(f => f.Key != PostForm.TokenField).SelectMany(f => f.Value.Select(value => new SentField(f.Key, value ?? "")))];
    }

    [LoggerMessage(LogLevel.Error, "A page failed: {Method} {Route}")]
    private static partial void PageFailed(ILogger logger, Exception problem, string method, string route);
}
