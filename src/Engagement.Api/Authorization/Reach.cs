namespace Engagement.Api.Authorization;

/// <summary>How far a permission of a role goes. Further than everywhere, only the object's own rule says no.</summary>
public enum Reach
{
    /// <summary>What the person themselves wrote, said or is.</summary>
    Own,

    /// <summary>The forums of the body that the role acts for, and those that name the person as facilitator.</summary>
    OwnSpace,

    /// <summary>The areas that the person's account names.</summary>
    OwnArea,

    Everywhere,
}
