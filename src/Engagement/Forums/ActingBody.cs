using Engagement.Common;

namespace Engagement.Forums;

public static class ActingBody
{
    extension(Acting by)
    {
        /// <summary>The body whose forums are theirs. Null for families and for everyone else.</summary>
        public ForumOwner? Body => by.IsOfPact ? ForumOwner.KentPact : by.IsOfCouncil ? ForumOwner.Council : null;
    }
}
