using Engagement.Web.Forms;

namespace Engagement.Web.Staff.Surveys;

/// <summary>What every form of the builder carries besides its fields.</summary>
internal static class Mark
{
    public const string Key = "_key";
    public const string Version = "_version";

    /// <summary>The version of the survey that was on the page.</summary>
    public static int? VersionOf(SubmittedForm form) => form.Number(Version);

    /// <summary>The version that a form goes on with when it comes back: whoever was told that somebody was faster has seen how it stands now.</summary>
    public static int Next(SubmittedForm form, SurveyDesk desk, IReadOnlyList<FieldError> errors) =>
        errors.Any(error => error.Code == "STALE_VERSION") ? desk.Survey.Version : VersionOf(form) ?? desk.Survey.Version;
}
