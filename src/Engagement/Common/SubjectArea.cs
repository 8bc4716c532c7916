using System.Text.Json.Serialization;

namespace Engagement.Common;

/// <summary>
/// What a consultation is about, and what somebody wants to hear of: the kinds of provision of which a local authority has to publish a local offer (Children and
/// Families Act 2014, section 30(2); SEND Regulations 2014, Schedule 2). They are about services, and say nothing of any child.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubjectArea>))]
public enum SubjectArea
{
    /// <summary>Nursery and early years: Schedule 2, paragraph 1(a).</summary>
    EarlyYears,

    /// <summary>Support at school and college, and training: section 30(2)(a) to (c).</summary>
    SchoolAndCollege,

    /// <summary>How needs are assessed, and education, health and care plans.</summary>
    AssessmentsAndPlans,

    /// <summary>Health provision: section 30(2)(a).</summary>
    Health,

    /// <summary>Care provision, short breaks among it: section 30(2)(a).</summary>
    CareAndShortBreaks,

    /// <summary>Travel to and from nursery, school and college: section 30(2)(d).</summary>
    Travel,

    /// <summary>Getting ready for adult life: work, a home, and a part in society: section 30(2)(e) and (3).</summary>
    AdultLife,

    /// <summary>Information and advice, and putting things right: Schedule 2, paragraphs 15 and 17.</summary>
    InformationAndAdvice,
}

public static class SubjectAreas
{
    /// <summary>What people call it.</summary>
    public static string Name(this SubjectArea area) => area switch
    {
        SubjectArea.EarlyYears => "Nursery and early years",
        SubjectArea.SchoolAndCollege => "Support at school and college",
        SubjectArea.AssessmentsAndPlans => "Assessments and plans",
        SubjectArea.Health => "Health care",
        SubjectArea.CareAndShortBreaks => "Care and short breaks",
        SubjectArea.Travel => "Travel to school and college",
        SubjectArea.AdultLife => "Getting ready for adult life",
        SubjectArea.InformationAndAdvice => "Information and advice",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "It has no name."),
    };
}
