using System.Globalization;
using Engagement.Web.Preferences;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>Pages are in the language that somebody chose; those for staff are in English.</summary>
internal sealed class PageLanguage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var code = Links.IsForStaff(context.Request.Path) ? Languages.English : ReadingPreferences.Of(context).Language;
        CultureInfo.CurrentUICulture = Languages.Of(code);
        context.Response.Headers.ContentLanguage = code;
        return next(context);
    }
}
