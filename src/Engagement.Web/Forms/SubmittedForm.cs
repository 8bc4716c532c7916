using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Engagement.Web.Forms;

/// <summary>
/// A form that a person sent. It is read whether or not its anti-forgery token is right: a handler that finds
/// <see cref="IsTrusted"/> false changes nothing, and shows the form again with the words still in it.
/// </summary>
internal sealed class SubmittedForm
{
    private readonly IFormCollection _fields;

    private SubmittedForm(IFormCollection fields, bool isTrusted)
    {
        _fields = fields;
        IsTrusted = isTrusted;
    }

    public bool IsTrusted { get; }

    /// <summary>The field's text without the spaces around it, or an empty string.</summary>
    public string this[string field] => _fields[field].ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>The field's text; null where it is empty, as a mutation takes what may be left out.</summary>
    public string? OrNull(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number, as a hidden field holds the version that a page was made of; null where it is none.</summary>
    public int? Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a day was entered, as a browser sends one.</summary>
    public bool HasDay(string field) => DateOnly.TryParseExact(this[field], "yyyy-MM-dd", out _);

    /// <summary>Everything sent under a field's name, as boxes that were ticked are; empty ones left out.</summary>
    public IReadOnlyList<string> All(string field) => [.. _fields[field].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)];

    public static async Task<SubmittedForm> ReadAsync(HttpContext context, CancellationToken ct)
    {
        if (!context.Request.HasFormContentType)
            return new SubmittedForm(new FormCollection([]), isTrusted: false);
        var fields = await context.Request.ReadFormAsync(ct);
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return new SubmittedForm(fields, await antiforgery.IsRequestValidAsync(context));
    }

    public IEnumerable<KeyValuePair<string, StringValues>> Fields => _fields;
}
