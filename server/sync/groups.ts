/** Members by a name that several share. With five hundred coming at once, counting those of one must not look at all. */
export class Groups<Member> {
  private readonly groups = new Map<string, Set<Member>>();

  add(name: string, member: Member): void {
    const group = this.groups.get(name);
    if (group) group.add(member);
    else this.groups.set(name, new Set([member]));
  }

  remove(name: string, member: Member): void {
    const group = this.groups.get(name);
    group?.delete(member);
    if (group?.size === 0) this.groups.delete(name);
  }

  of(name: string): ReadonlySet<Member> {
    return this.groups.get(name) ?? none;
  }
}

const none: ReadonlySet<never> = new Set<never>();
