using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Track;

/// <summary>Remembers the secrets of the journeys opened in this browser session, so that they never stand in an address.</summary>
internal sealed class SecretCookie(IDataProtectionProvider protection)
{
    private const int MostJourneys = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.Web.Journeys");

    public string? Find(HttpContext context, string reference) => Read(context).LastOrDefault(j => j.Reference == reference)?.Secret;

    public void Remember(HttpContext context, string reference, string secret) =>
        Write(context, [.. Read(context).Where(j => j.Reference != reference).Append(new Opened(reference, secret)).TakeLast(MostJourneys)]);

    public void Forget(HttpContext context, string reference) => Write(context, [.. Read(context).Where(j => j.Reference != reference)]);

    private List<Opened> Read(HttpContext context) => Held(context).Read(context) ?? [];

    private void Write(HttpContext context, List<Opened> journeys)
    {
        if (journeys.Count == 0)
            Held(context).Clear(context);
        else
            Held(context).Write(context, journeys);
    }

    // Each face has its own, which the pages of another are never sent.
    private SealedCookie<List<Opened>> Held(HttpContext context) => new("journeys", SurveyPages.FaceOf(context).Track, _protector);

    private sealed record Opened(string Reference, string Secret);
}
