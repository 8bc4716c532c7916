using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>What the schema names, in words for officers and family readers.</summary>
internal static class LoopWording
{
    public static string Words(this DecisionOutcome outcome) => outcome is DecisionOutcome.WeWill ? "We will" : "We cannot";

    public static string Words(this FamilyReader reader) =>
        reader is FamilyReader.ParentForum ? "a parent or carer of Kent PACT" : "a young person of a youth group";

    public static string Words(this ConfirmationAnswer answer) => answer switch
    {
        ConfirmationAnswer.Yes => "It answers us",
        ConfirmationAnswer.Partly => "It answers us in part",
        _ => "It does not answer us",
    };

    public static string Words(this Disposition disposition) => disposition switch
    {
        Disposition.Accepted => "Accepted",
        Disposition.AlreadyDone => "Already done",
        Disposition.NeedsMoreWork => "Needs more work",
        Disposition.NotAccepted => "Not accepted",
        Disposition.NotOurs => "Not ours",
        _ => "Partly accepted",
    };

    public static string Words(this RenditionKind kind) => kind switch
    {
        RenditionKind.EasyRead => "Easy Read",
        RenditionKind.Paper => "On paper",
        RenditionKind.Standard => "As first written",
        _ => "Translation",
    };

    public static string Words(this Audience audience) => audience switch
    {
        Audience.ParentsAndCarers => "Parents and carers",
        Audience.YoungPeople => "Children and young people",
        Audience.Organisations => "Organisations",
        _ => "Staff",
    };

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
