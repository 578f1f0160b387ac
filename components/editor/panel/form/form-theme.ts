import type { ThemeProps } from '@rjsf/core';
import { FieldFrame } from './FieldFrame';
import { ListFrame, ListItem } from './ListFrame';
import { ObjectFrame } from './ObjectFrame';
import { TextMap } from './TextMap';
import {
  ChoiceControl,
  NumberControl,
  SwitchControl,
  TextAreaControl,
  TextControl,
} from './widgets';

/** rjsf with the product's own controls. */
export const formTheme: ThemeProps = {
  fields: { TextMap },
  widgets: {
    TextWidget: TextControl,
    EmailWidget: TextControl,
    URLWidget: TextControl,
    TextareaWidget: TextAreaControl,
    SelectWidget: ChoiceControl,
    CheckboxWidget: SwitchControl,
    UpDownWidget: NumberControl,
    text: TextControl,
    textarea: TextAreaControl,
  },
  templates: {
    FieldTemplate: FieldFrame,
    ObjectFieldTemplate: ObjectFrame,
    ArrayFieldTemplate: ListFrame,
    ArrayFieldItemTemplate: ListItem,
  },
};
