import { type Accessor, createSignal } from "solid-js";
import type { BoardView } from "../../../shared/api/boards.ts";
import type { BoardRule, BoardState } from "../../../shared/boards/rule.ts";
import { createAct } from "../../state/act.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { boardCalls } from "../../state/calls/boards.ts";

const STATES: Readonly<Record<BoardState["kind"], string>> = {
  open: "open",
  frozen: "frozen",
  hidden: "hidden from students",
};

/** The boards of a course, which of their forms are open, and what was done last. A new board's form goes by null. */
export function createBoards(course: Accessor<string>) {
  const { act, isActing, failed } = createAct();
  const [answer, again] = createAnswer(course, boardCalls.list);
  /** Reads the boards again where the server answers: while it is away they stay as they are, and so does what is typed. */
  async function refresh(): Promise<void> {
    const present = await boardCalls.list(course());
    if (present.ok) await again();
  }
  /** Several may be open, so that opening one loses nothing that was typed in another. */
  const [editing, setEditing] = createSignal<readonly string[]>([]);
  const [newFrom, setNewFrom] = createSignal<BoardRule | null>(null);
  /** At which board; at none where it is gone. */
  const [said, setSaid] = createSignal<{ readonly at: string | null; readonly words: string } | null>(null);

  const close = (id: string | null) =>
    id === null ? setNewFrom(null) : setEditing(editing().filter((one) => one !== id));

  return {
    answer,
    again,
    refresh,
    isActing,
    failed,
    /** What a new board's form begins with; null while none is open. */
    newFrom,
    isEditing: (id: string) => editing().includes(id),
    saidAt(board: string | null) {
      const now = said();
      return now?.at === board ? now.words : null;
    },
    edit: (id: string) => setEditing([...editing(), id]),
    begin: (from: BoardRule) => setNewFrom(from),
    close,
    /** After a form was saved as the rule of `board`. */
    async saved(id: string | null, board: string) {
      close(id);
      await refresh();
      setSaid({ at: board, words: "Saved; the runs that are there were judged by it." });
    },
    async changeState({ rule, revision }: BoardView, state: BoardState) {
      setSaid(null);
      const wish = { base: revision, rule: { ...rule, state } };
      const put = await act(() => boardCalls.put(course(), wish));
      await refresh();
      if (put !== null) setSaid({ at: rule.id, words: `${rule.title} is ${STATES[state.kind]} now.` });
    },
    async remove({ rule }: BoardView) {
      setSaid(null);
      const gone = await act(() => boardCalls.remove(course(), rule.id));
      await refresh();
      if (gone !== null) setSaid({ at: null, words: `${rule.title} is deleted; its runs stay.` });
    },
  };
}
