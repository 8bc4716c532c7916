using Engagement.Web.Figures;

namespace Engagement.Web.Staff.Releases;

internal static class ReleaseWords
{
    public static IReadOnlyList<(ReleaseState State, string InSchema)> States { get; } =
    [
        (ReleaseState.Checked, "CHECKED"), (ReleaseState.Approved, "APPROVED"), (ReleaseState.Published, "PUBLISHED"), (ReleaseState.Failed, "FAILED"),
        (ReleaseState.Revised, "REVISED"), (ReleaseState.Replaced, "REPLACED"),
    ];

    public static string Words(this ReleaseState state) => state switch
    {
        ReleaseState.Drafted => "Being checked",
        ReleaseState.Checked => "Waits for approval",
        ReleaseState.Approved => "Approved, not published",
        ReleaseState.Published => "Published",
        ReleaseState.Failed => "Cannot be shown",
        ReleaseState.Revised => "Revised since",
        _ => "Drafted again",
    };

    public static string Colour(this ReleaseState state) => state switch
    {
        ReleaseState.Published => "govuk-tag--green",
        ReleaseState.Checked or ReleaseState.Approved => "govuk-tag--blue",
        ReleaseState.Failed => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };

    public static string Words(this ReleaseKind kind) => kind switch
    {
        ReleaseKind.WaveResults => "Results of a survey",
        ReleaseKind.ConsultationFigures => "Who took part in a consultation",
        ReleaseKind.FeedbackPointMonth => "A month of feedback points",
        ReleaseKind.LocalOfferYear => "Comments on the Local Offer",
        _ => "A month of a forum",
    };
}
