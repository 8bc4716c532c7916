using System.Text.Json.Serialization;
using Engagement.Web.Consultations;

namespace Engagement.Web.HaveYourSay;

/// <summary>A survey as somebody filled it in, as the platform keeps it and gives it back.</summary>
internal sealed record FilledForm(
    IReadOnlyList<GivenAnswer> Answers, Audience? Audience, bool Proxy, RenditionKind Rendition, string Language)
{
    [JsonIgnore]
    public SurveyForm Form => new(Rendition, Language);

    /// <summary>What is asked and answered, to be sent, or to be kept for later.</summary>
    public static object ToSend(Walk walk) => new
    {
        waveId = walk.Wave!.Id,
        idempotencyKey = walk.Draft!.IdempotencyKey,
        answers = Asked(walk),
        audience = AudienceOf(walk),
        proxy = walk.Draft.Who?.Proxy ?? false,
        rendition = SurveyReader.NameOf(walk.Draft.Form.Kind),
        language = walk.Draft.Form.Language,
    };

    public static object ToAmend(Walk walk, Receipt earlier) => new
    {
        reference = earlier.Reference,
        secret = earlier.Secret,
        answers = Asked(walk),
        audience = AudienceOf(walk),
        proxy = walk.Draft!.Who?.Proxy ?? false,
        rendition = SurveyReader.NameOf(walk.Draft.Form.Kind),
        language = walk.Draft.Form.Language,
    };

    /// <summary>What was sent or kept, on its way again.</summary>
    public AnswerDraft ToDraft(string key) => new(key, Answers.ToDictionary(answer => answer.QuestionKey, answer => answer.ToAnswer()))
    {
        Form = Form,
        Who = Audience is null && !Proxy ? null : new Answering(Audience, Proxy),
    };

    private static List<GivenAnswer> Asked(Walk walk) =>
        [.. walk.Asked.Where(q => walk.Draft![q] is not null).Select(q => walk.Draft![q]!.Given(q))];

    private static string? AudienceOf(Walk walk) => walk.Draft!.Who?.Audience switch
    {
        HaveYourSay.Audience.ParentsAndCarers => "PARENTS_AND_CARERS",
        HaveYourSay.Audience.YoungPeople => "YOUNG_PEOPLE",
        HaveYourSay.Audience.Organisations => "ORGANISATIONS",
        HaveYourSay.Audience.Staff => "STAFF",
        _ => null,
    };
}
