using System.Text.Json.Serialization;

namespace Engagement.Common;

/// <summary>Whose view it is. Figures of different audiences are never added together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>Parents and carers of children with special educational needs and disabilities.</summary>
    ParentsAndCarers,

    /// <summary>Children and young people themselves.</summary>
    YoungPeople,

    /// <summary>Schools, charities and other bodies.</summary>
    Organisations,

    /// <summary>People who work in education, health and care.</summary>
    Staff,
}
