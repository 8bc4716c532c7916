using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Coding;

/// <summary>What was done on the page before, as the address of this one says it.</summary>
/// <param name="Done">One of <see cref="CodingDone"/>.</param>
/// <param name="ViewId">The view that it was done on.</param>
/// <param name="Given">The themes that the view was given, which can be taken back.</param>
public sealed record BoardDone(string? Done, string? ViewId, IReadOnlyList<string> Given)
{
    public string? Text => Done switch
    {
        CodingDone.Coded => "The view is coded. Here is the next one.",
        CodingDone.NotCodable => "The view is marked as not codable, with your reason. Here is the next one.",
        CodingDone.TakenOff => "The theme is taken off, and your reason is on record. Here is the next view.",
        CodingDone.Undone => "That is undone. It stays on record that the theme was given and taken back.",
        CodingDone.Rejected => "The suggestion is rejected. This theme is not suggested for this view again.",
        _ => null,
    };

    internal static BoardDone Of(IQueryCollection query) =>
        new(query["done"], query["dealt"], query["given"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
